/** First letter small, so that a title can stand inside a sentence; names keep theirs. */
export function inSentence(title: string): string {
  return /^[A-ZÀ-ÖØ-Þ](?:['’]?[a-zà-öø-ÿ])/.test(title)
    ? title[0]!.toLowerCase() + title.slice(1)
    : title;
}

/** Exclusion by wider states, at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
