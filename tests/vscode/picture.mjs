import fs from 'node:fs';
import path from 'node:path';

/** Puts the pictures of the hover and of the quick fix under each other, as one for the README. */
export async function composePicture(page, pictures, target) {
  const data = (name) => `data:image/png;base64,${fs.readFileSync(path.join(pictures, `${name}.png`)).toString('base64')}`;
  const sheet = await page.context().newPage();
  await sheet.setContent(`<style>
    body { margin: 0; padding: 20px; width: 1000px; background: #fff; display: grid; gap: 20px }
    img { width: 1000px; border: 1px solid #d8dee4; border-radius: 10px; box-sizing: border-box }
  </style><img src="${data('hover')}"><img src="${data('quickFix')}">`);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  await sheet.locator('body').screenshot({ path: target });
  await sheet.close();
}
