import { readFileSync } from 'node:fs';
import { PRIVACY_CALLS, WRITTEN_BY_PEOPLE, guideSentence } from '@/domain/wording/privacy-guide';
import { CONSULT_NOTICE_TITLES } from '@/domain/wording/consult-notices';
import { ISSUE_NOTICE_TITLES } from '@/domain/wording/issue-notices';

const document = readFileSync('docs/release.md', 'utf8');
const rows = document.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
/** Row in the console, key, call, text. */
const guide = rows.filter(([, key = '', , text = '']) => /^`[A-Z]\w+`$/.test(key) && text.endsWith('。'));

describe('docs/release.md', () => {
  it('has the privacy guide word for word, and not a row more (WX-01)', () => {
    expect(guide.map(([, key, , text]) => [key, text])).toEqual([...PRIVACY_CALLS, ...WRITTEN_BY_PEOPLE].map((use) => [`\`${use.kind}\``, guideSentence(use)]));
  });

  it('names the call behind each row that has one', () => {
    expect(guide.map(([, , call]) => call).filter((call) => call?.startsWith('`'))).toEqual(PRIVACY_CALLS.map(({ api }) => `\`${api}\``));
  });

  it('lists the templates a reporter is asked for, three at most, by kinds of notice that there are (WX-06)', () => {
    const kinds = rows.map(([, kind = '']) => /^`(ISSUE_\w+)`$/.exec(kind)?.[1]).filter((kind) => kind !== undefined);
    expect(kinds).toEqual(['ISSUE_ACCEPTED', 'ISSUE_PROGRESS', 'ISSUE_DONE']);
    expect(kinds.filter((kind) => !(kind in ISSUE_NOTICE_TITLES))).toEqual([]);
  });

  it('lists those for a matter of consultation, three at most likewise', () => {
    const kinds = rows.map(([, kind = '']) => /^`(CONSULT_\w+)`$/.exec(kind)?.[1]).filter((kind) => kind !== undefined);
    expect(kinds).toEqual(['CONSULT_ANSWERED', 'CONSULT_BALLOT', 'CONSULT_DECIDED']);
    expect(kinds.filter((kind) => !(kind in CONSULT_NOTICE_TITLES))).toEqual([]);
  });
});
