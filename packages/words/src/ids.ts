import type page from '../languages/en/page.json';
import type report from '../languages/en/report.json';

/** Name of a sentence of the reports and charts. */
export type MessageId = keyof typeof report;

/** Name of a sentence of the page alone. */
export type PageMessageId = keyof typeof page;
