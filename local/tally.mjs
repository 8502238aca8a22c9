/**
 * Counts a published ballot file again:  npm run tally -- FILE
 *
 * It stands alone on purpose: nothing of the system that published the file is used, so that whoever distrusts the system
 * can read these lines instead. All it needs is Node.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';

const [path] = argv.slice(2);
if (path === undefined) {
  stdout.write('npm run tally -- FILE\n');
  exit(2);
}

const file = JSON.parse(readFileSync(path, 'utf8'));
const wrong = [];
const say = (line) => stdout.write(`${line}\n`);
const hash = (text) => createHash('sha256').update(text).digest('hex');

if (file.format !== 'cunlishi-ballots/1') {
  say('这不是村里事的票文件，或者是别的版本。');
  exit(1);
}

// 1. The receipts: as many as ballots, none twice, in order, and under the root that was published.
const { receipts, ballots, eligible, rule } = file;
const main = ballots.main ?? [];
if (receipts.length !== main.length) wrong.push(`查票码 ${receipts.length} 个，票 ${main.length} 张，对不上`);
if (main.length > eligible) wrong.push('票比名单上的人多');
if (new Set(receipts).size !== receipts.length) wrong.push('有查票码出现了两次');
if (receipts.some((receipt, at) => at > 0 && receipts[at - 1] > receipt)) wrong.push('查票码没有按顺序排');
let level = receipts.map((receipt) => hash(`0${receipt}`));
while (level.length > 1) {
  const above = [];
  for (let at = 0; at < level.length; at += 2) above.push(at + 1 < level.length ? hash(`1${level[at]}${level[at + 1]}`) : level[at]);
  level = above;
}
if ((level[0] ?? hash('')) !== file.receiptsRoot) wrong.push('查票码的总指纹对不上');

// 2. The count.
const counts = {};
for (const { id, options } of file.questions) {
  counts[id] = Object.fromEntries(options.map(({ code }) => [code, 0]));
  for (const choice of ballots[id] ?? []) {
    if (!(choice in counts[id])) wrong.push(`有一张票投的是“${choice}”，不在选项里`);
    else counts[id][choice] += 1;
  }
  for (const { code } of options) if (counts[id][code] !== file.counts.byQuestion[id]?.[code]) wrong.push(`“${code}”数出来 ${counts[id][code]} 票，公布的是 ${file.counts.byQuestion[id]?.[code]}`);
}
if (file.counts.present !== main.length || file.counts.eligible !== eligible) wrong.push('公布的人数对不上');

// 3. What it comes to, by the rule that stands in the file.
const reaches = (part, whole, { kind, of: [n, d] }) => whole > 0 && (kind === 'AT_LEAST' ? part * d >= whole * n : part * d > whole * n);
const outcome = file.outcome;
const tally = counts.main ?? {};
if (rule.kind === 'OPINION') {
  const real = Object.entries(tally).filter(([code]) => code !== 'A');
  const most = Math.max(0, ...real.map(([, count]) => count));
  const first = most === 0 ? [] : real.filter(([, count]) => count === most).map(([code]) => code).sort();
  if (first.join() !== outcome.first?.join()) wrong.push(`数出来领先的是 ${first.join('、') || '没有'}`);
} else if (rule.kind === 'MOTION') {
  const { quorum, pass, passOf } = rule.meeting;
  const there = reaches(main.length, eligible, quorum);
  const agreed = reaches(tally.Y ?? 0, passOf === 'ALL' ? eligible : main.length, pass);
  const verdict = !there ? 'NO_QUORUM' : agreed ? 'PASSED' : 'NOT_PASSED';
  if (verdict !== outcome.verdict) wrong.push(`数出来是 ${verdict}，公布的是 ${outcome.verdict}`);
} else if (rule.kind === 'RATING') {
  const { S, B, N } = tally;
  const [n, d] = rule.minShare;
  const share = Math.max(1, Math.ceil((eligible * n) / d));
  const needed = Math.min(rule.minBallots ?? share, share);
  const rated = S + B + N;
  const verdict = main.length < needed ? 'TOO_FEW' : rated === 0 ? 'NO_RESULT' : 'RATED';
  if (verdict !== outcome.verdict) wrong.push(`数出来是 ${verdict}，公布的是 ${outcome.verdict}`);
  if (verdict === 'RATED' && outcome.verdict === 'RATED') {
    const [s, b, not] = rule.weights;
    const score = Math.floor((20 * (s * S + b * B + not * N) + rated) / (2 * rated));
    const least = (part, of) => reaches(part, rated, { kind: 'AT_LEAST', of });
    const { excellent, competent, basic } = rule.grade;
    const grade = least(S + B, excellent.rate) && least(S, excellent.satisfied) ? 'EXCELLENT' : least(S + B, competent) ? 'COMPETENT' : least(S + B, basic) ? 'BASIC' : 'NOT_COMPETENT';
    if (outcome.rate.numerator !== S + B || outcome.rate.denominator !== rated) wrong.push('满意率对不上');
    if (outcome.scoreTenths !== score) wrong.push(`数出来 ${score / 10} 分`);
    if (outcome.grade !== grade) wrong.push(`数出来的档次是 ${grade}`);
  }
} else {
  wrong.push('不认识这种计票办法');
}

say(`${file.title}（${file.openedOn} 至 ${file.closedOn}）`);
say(`名单 ${eligible}，投票 ${main.length}`);
for (const { id, text, options } of file.questions) {
  say(text);
  for (const { code, text: words } of options) say(`  ${words}  ${counts[id][code]}`);
}
for (const one of wrong) say(`对不上：${one}`);
say(wrong.length === 0 ? '自己数一遍，和公布的一样。' : '自己数一遍，和公布的不一样。');
exit(wrong.length === 0 ? 0 : 1);
