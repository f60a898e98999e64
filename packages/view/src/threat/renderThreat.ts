import type { ThreatSummary } from '@asylia/study';

/** The attribution as one HTML file that asks nothing of any network. */
export function renderThreat(summary: ThreatSummary): string {
  return `<!doctype html><title>${summary.run}</title>`;
}
