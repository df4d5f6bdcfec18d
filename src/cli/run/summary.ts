/** What standard output gets of a report: a text for people, JSON for programs, annotations for a CI job. */
import type { Report } from '../../model/report.js';
import type { Language } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';

export interface SummaryOptions {
  readonly format: Settings['format'];
  readonly language: Language;
  readonly hasColour: boolean;
}

export async function summaryOf(report: Report, { format, language, hasColour }: SummaryOptions): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/rapport-json.js')).writeReport(report);
    case 'github':
      return (await import('../../report/render/render-github.js')).renderGithub(report, language);
    case 'text':
      return (await import('../../report/render/render-text.js')).renderText(report, { taal: language, colour: hasColour });
  }
}
