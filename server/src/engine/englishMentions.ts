/*
 * Facts of an English sentence that are more than a number: sources of patterns over normal text, each a stretch that can be read
 * by itself.
 */
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b';
const DAY = '(?<![\\w.,:/-])\\d{1,2}(?:st|nd|rd|th)?(?![\\w-]|[.,:/]\\d)';
const YEAR = '(?:,? (?:19|20)\\d{2}(?!\\d))?';

/** A day by its month, in either order. */
export const DATED = `(?:the )?${DAY} (?:of )?${MONTH}${YEAR}|\\b${MONTH}\\.? ${DAY}${YEAR}`;

const ROOM = '\\b(?:flat|apartment|apt\\.?|unit|suite) \\d+[a-z]?\\b';
/** Where somebody lives. */
export const ADDRESSED = `(?:${ROOM},? )?(?<![\\w.,:/-])\\d+[a-z]? (?:(?!(?:in|on|at|of|from|to|for|and|the)\\b)[a-z'-]+ ){1,3}(?:street|road|avenue|lane|drive|terrace|square|court|boulevard|st|rd|ave)\\b|${ROOM}`;

/** Whom something holds for, by age. */
export const AGED =
  '\\b(?:children|kids|people|guests|passengers|visitors|anyone|those|adults) (?:under|over|aged|below|above) \\d{1,2}(?![\\w.,:/%-]*\\d)';

/** What has a sum or a term: a $45 cleaning fee, a 50 dollar fee, a 30-day limit. */
export const HELD =
  '(?:the )?[£$€]?(?<![\\w.,:/-])\\d[\\d.,]*(?:[ -](?:dollar|pound|euro|day|week|month|year|hour|minute)|%)? (?:(?:cleaning|delivery|handling|late|service|booking|cancellation|processing|restocking) )?(?:fee|charge|surcharge|deposit|refund|discount|voucher|coupon|credit|fine|limit|warranty|guarantee)\\b';

/** What a word with an s behind a number is besides things of which there are several. */
const NO_THING =
  '(?!(?:as|is|was|has|does|us|plus|its|this|less|yes|unless|always|and|or|on|of|in|at|to|for|from|by|with|but|if|per|because|we|you|i|it|they|includes|needs|says|costs|takes|shows|arrives|expires|ends|starts|ships|leaves|comes|looks|works|applies|opens|closes|means|seems|goes|gets|across|besides|sometimes|business|working|calendar|unfortunately)\\b)';
/** Several of a kind: 2 emails, 3 large boxes. */
export const SEVERAL = `(?<![\\w.,:/£$€-])(?<!\\b(?:order|case|ticket|number|no\\.|room|flight|invoice|account|booking|model|version|section|clause|gate|seat|line|table|window) )\\d{1,3} (?:${NO_THING}[a-z]+ )?${NO_THING}[a-z]+[^s\\W]s\\b(?!')`;
