import type { Issue } from '@/domain/issues/issue';
import { titleOf } from '@/domain/issues/title';
import { unreadable, uploadedSheets } from '@platform/sheets/uploaded';
import { MAX_PAGE } from '@platform/store';
import { alikeIn, recentMatters } from './alike';
import { judgeList, TICKETS_FILE } from './judge-list';
import { knownTickets, matterOf } from './known';
import { tickets } from './os';

/** Dry run of a hotline's list: every wrong cell, what is there already, and what may be the same as a matter that is (EVT-19). Nothing is written. */
export const check = tickets.check.handler(async ({ input, context, errors }) => {
  const { town } = input;
  context.permit('tickets.check', { area: town });
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, TICKETS_FILE) });
  });
  const { tickets: said, problems, villages } = await judgeList(context, town, uploaded).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, uploaded.name) });
  });
  if (problems.length > 0) return { problems: problems.map((one) => ({ ...one })), rows: [], digest: uploaded.digest };
  const known = await knownTickets(context.store, town, said.map(({ number }) => number));
  const became = await mattersOf([...known.values()].map(({ issueId }) => issueId));
  const matters = await recentMatters(context, town);
  const rows = said.map((one) => {
    const before = known.get(one.number);
    const issue = before === undefined ? undefined : became.get(before.issueId);
    const matter = issue === undefined ? {} : matterOf(issue, context);
    return {
      row: one.row, number: one.number, category: one.category, title: titleOf(one), answerBy: one.answerBy, restricted: one.restricted,
      unrestricted: one.restricted && matter.issueId !== undefined && issue?.restricted === false,
      village: villages.find(({ _id }) => _id === one.village)?.name ?? '',
      ...(before === undefined ? {} : { known: matter }),
      ...(before === undefined || before.answerBy === one.answerBy ? {} : { was: before.answerBy }),
      // Beside a matter that others may read it would tell them of itself (EVT-14).
      alike: before === undefined && !one.restricted ? alikeIn(matters, one.village, one.text) : [],
    };
  });
  return { problems: [], rows, digest: uploaded.digest };

  async function mattersOf(ids: readonly string[]): Promise<ReadonlyMap<string, Issue>> {
    if (ids.length === 0) return new Map();
    const { items } = await context.store.find('issues', { where: { _id: { in: [...new Set(ids)] } }, limit: MAX_PAGE });
    return new Map(items.map((issue) => [issue._id, issue]));
  }
});
