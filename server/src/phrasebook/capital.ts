/** With a capital where it begins with a small letter; a word with a capital inside (iPhone) is written as it is, and so is one in Chinese. */
export function capital(words: string): string {
  return words.replace(/^[a-z](?![a-z]*[A-Z])(?!.*\p{Script=Han})/u, (letter) => letter.toUpperCase());
}
