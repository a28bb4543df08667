import { RE2JS } from 're2js';

/** Why a pattern from a config file cannot be matched in time linear in the text; undefined when it can. */
export function whyNotLinear(source: string): string | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /u, '') : String(error);
  }
}
