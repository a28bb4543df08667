import type { Locale } from '../core/index.ts';

/** The locale a tag names (`zh_TW.UTF-8`, `zh-Hant`, `en`); undefined for languages there are no messages in. */
export function localeOf(tag: string): Locale | undefined {
  const name = tag.toLowerCase().replace(/_/gu, '-').split('.')[0]!;
  if (/^zh(?:-|$)/u.test(name)) return /^zh-(?:tw|hk|mo|hant)\b/u.test(name) ? 'zh-TW' : 'zh-CN';
  return /^en(?:-|$)/u.test(name) || name === 'c' || name === 'posix' ? 'en' : undefined;
}

/** The locale of the environment, by the usual variables in their usual order. */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>>): Locale {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return localeOf(said) ?? 'en';
}
