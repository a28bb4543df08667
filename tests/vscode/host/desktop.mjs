import path from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { cache, root, suite } from './paths.mjs';
import { writeSettings } from './settings.mjs';

/** A desktop VS Code: the one named, one from an earlier run, or a fresh download; undefined where there is no network. */
export async function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  return downloadAndUnzipVSCode({ cachePath: cache, timeout: 15_000, reporter: new SilentReporter() }).catch(() => undefined);
}

/** Runs the suite; resolves with the exit code. */
export async function runOnDesktop(executable, { folder, temporary, env, locale }) {
  writeSettings(path.join(temporary, 'user/User'));
  const profile = ['--user-data-dir', path.join(temporary, 'user'), '--extensions-dir', path.join(temporary, 'extensions')];
  return runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    extensionTestsEnv: env,
    launchArgs: [folder, '--disable-workspace-trust', ...profile, ...(locale ? ['--locale', locale] : [])],
  }).catch((error) => {
    console.error(String(error));
    return 1;
  });
}
