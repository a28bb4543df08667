import fs from 'node:fs';
import path from 'node:path';

/** Puts the pictures of the hover, of the quick fixes and of the new sentence under each other, as one for the README. */
export async function composePicture(page, pictures, target) {
  const { width } = page.viewportSize();
  const scene = (name, height) => {
    const data = fs.readFileSync(path.join(pictures, `${name}.png`)).toString('base64');
    return `<div style="height: ${height}px"><img src="data:image/png;base64,${data}"></div>`;
  };
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: width + 40, height: 100 });
  await sheet.setContent(`<style>
    body { margin: 0; padding: 20px; background: #fff; display: grid; gap: 20px }
    div { overflow: hidden; border: 1px solid #d0d7de; border-radius: 10px }
    img { width: ${width}px; display: block; margin: -4px -6px }
  </style>${scene('hover', 502)}${scene('quickFix', 420)}${scene('fillIn', 229)}`);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  await sheet.locator('body').screenshot({ path: target });
  await sheet.close();
}

/** Puts two pictures side by side, as one for the README. */
export async function composePair(page, files, target) {
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: 1160, height: 100 });
  const images = files.map((file) => `<img src="data:image/png;base64,${fs.readFileSync(file).toString('base64')}">`);
  await sheet.setContent(`<style>
    body { margin: 0; padding: 12px; background: #fff; display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start }
    img { width: 100%; display: block; border: 1px solid #d0d7de; border-radius: 10px; box-sizing: border-box }
  </style>${images.join('')}`);
  await sheet.locator('body').screenshot({ path: target });
  await sheet.close();
}
