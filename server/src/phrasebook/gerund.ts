/**
 * An English verb phrase as a noun: "match that price" → "matching that price", "cancel or change it" → "cancelling or
 * changing it". What is done, where the verb says nothing: "do partial refunds" → "partial refunds".
 */
export function doing(phrase: string): string {
  const allowed = /^(?:allow|permit|enable|let) (?:us|me|you|anyone|customers|guests)(?: to)? (\w.+)$/iu.exec(phrase)?.[1];
  if (allowed) return doing(allowed);
  const plain =
    /^(?:do|offer|have|provide|give out|allow|permit|accept|support|cover|include) (?!us\b|me\b|for\b|so\b|it\b|that\b|this\b|you\b|anything\b|something\b|more\b)(.+)$/iu.exec(
      phrase,
    );
  if (plain) return plain[1]!;
  if (NOUN.test(phrase)) return phrase;
  return phrase.replace(
    HEAD,
    (_, adverb = '', verb: string, joint = '', second = '') => `${adverb}${ing(verb)}${joint}${second && ing(second)}`,
  );
}

/** A thing, and no verb. */
const NOUN =
  /^(?:(?:same|next)[- ]day |full |partial |early |late )?(?:delivery|availability|arrival|approval|compensation|completion|installation|replacement|payment|shipment|entry|success|results|quality|safety|security|privacy)\b/iu;
/** An adverb, the verb, and a second verb joined to it. */
const HEAD = /^(\w+ly )?(\w+)(?:( or | and |\/)(\w+)(?= (?!or|and)\w|$))?/u;

function ing(verb: string): string {
  if (IRREGULAR[verb]) return IRREGULAR[verb];
  if (/[^aeiouy]ie$/u.test(verb)) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/u.test(verb)) return `${verb.slice(0, -1)}ing`;
  return DOUBLED.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

const IRREGULAR: Readonly<Record<string, string>> = { be: 'being', singe: 'singeing', mimic: 'mimicking' };
/** One closed syllable, or a stress on the last. */
const DOUBLED =
  /^[^aeiou]*[aeiou][bdgklmnprtz]$|^qu[aeiou][tz]$|(?:cancel|travel|label|refer|transfer|defer|prefer|commit|submit|permit|admit|omit|forget|reset|begin|occur|equip|unplug)$/u;
