import fs from 'node:fs';
import { chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that CHROMIUM names, and no other; where it names none, the first that is installed. */
export function findChromium() {
  return (process.env.CHROMIUM ? [process.env.CHROMIUM] : places).find((place) => fs.existsSync(place));
}

export function launchChromium() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath: findChromium(), args: [...args, '--disable-component-update', '--disable-sync'] });
}
