/**
 * Judged files as annotations of GitHub Actions, which it shows beside the line.
 */
import type { FileRule } from '../../model/judged-file.js';
import { type GithubLevel, githubCommand } from '../render/github-command.js';
import { isNotable, nextStep, wording } from '../step-names.js';
import { VERDICT_WORDS, VERDICTS_FOR_READERS } from '../words.js';
import type { FilesTeller, TellerOptions } from './files-teller.js';

export function filesGithub({ taal }: TellerOptions): FilesTeller {
  return {
    begin: () => undefined,
    each({ bestand, regels }) {
      const lines = regels.filter(isNotable).map((rule) => annotation(rule, bestand, taal));
      return lines.length > 0 ? lines.join('\n') : undefined;
    },
    end({ files }) {
      const said = VERDICTS_FOR_READERS.filter((each) => (files[each] ?? 0) > 0);
      return githubCommand(
        'notice',
        { title: 'ketentest validate' },
        said.map((each) => `${files[each]} ${VERDICT_WORDS[each][taal]}`).join(', '),
      );
    },
  };
}

function annotation(rule: FileRule, file: string, taal: 'nl' | 'en'): string {
  const [expected, seen] = taal === 'nl' ? ['verwacht', 'gevonden'] : ['expected', 'seen'];
  const text = [
    wording(rule, taal),
    rule.pad,
    rule.verwacht === undefined ? undefined : `${expected}: ${rule.verwacht}`,
    rule.gevonden === undefined ? undefined : `${seen}: ${rule.gevonden}`,
    nextStep(rule, taal),
  ];
  const place = { file, line: rule.regelnummer, col: rule.kolom, title: rule.id };
  return githubCommand(levelOf(rule), place, text.filter((part) => part !== undefined).join('\n'));
}

function levelOf(rule: FileRule): GithubLevel {
  if (rule.ernst === 'aandachtspunt') return 'notice';
  return rule.verdict === 'voldoet_niet' && rule.ernst === 'fout' ? 'error' : 'warning';
}
