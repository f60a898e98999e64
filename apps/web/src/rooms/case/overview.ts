/** What is said of a case that comes along, before it is opened. */
export interface CaseOverview {
  readonly name: string;
  readonly title: string;
  /** [language] */
  readonly titles: Readonly<Record<string, string>>;
  readonly description: string;
  readonly start: string;
  readonly end: string;
}
