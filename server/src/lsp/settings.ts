import type { EditorSettings } from '../protocol.ts';

/** The `huashu` section of the editor's settings with every default filled in. */
export interface Preferences {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  readonly preset: 'minimal' | 'recommended' | 'strict' | undefined;
  readonly quiet: boolean;
  readonly singleLine: boolean;
  readonly showDocumentation: boolean;
  readonly disableComment: boolean;
  readonly actHints: boolean;
  readonly codeLens: boolean;
  readonly inlineCompletion: boolean;
}

/** Reads a section as it came; whatever is not of its kind counts as left out. */
export function readPreferences(section: unknown): Preferences {
  const given = table(section) as Readonly<Record<keyof EditorSettings, unknown>>;
  const { enable, run, preset, quiet, problems, codeAction, inlayHints, codeLens, inlineCompletion } = given;
  return {
    enable: enable !== false,
    run: run === 'onSave' ? 'onSave' : 'onType',
    preset: preset === 'minimal' || preset === 'recommended' || preset === 'strict' ? preset : undefined,
    quiet: quiet === true,
    singleLine: table(problems)['shortenToSingleLine'] === true,
    showDocumentation: table(codeAction)['showDocumentation'] !== false,
    disableComment: table(codeAction)['disableRuleComment'] !== false,
    actHints: table(inlayHints)['acts'] === true,
    codeLens: table(codeLens)['enable'] !== false,
    inlineCompletion: table(inlineCompletion)['enable'] !== false,
  };
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
