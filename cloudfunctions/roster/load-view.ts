import type { SheetKind } from '@/domain/roster/sheet';
import type { LoadView, VillageReport } from '@/contract/roster';
import type { RosterLoad, RosterVillage } from '@platform/records';

/** A load as the clerk sees it. */
export function loadView({ _id, state, startedAt, finishedAt, rows, rowsDone, files, problems, warnings, kinds = [], villages }: RosterLoad): LoadView {
  return {
    loadId: _id,
    state,
    startedAt,
    ...(finishedAt !== undefined && { finishedAt }),
    rows,
    rowsDone,
    files: files.map(({ name, kind, rows: count }) => ({ name, kind: kind as SheetKind, rows: count })),
    problems,
    warnings,
    kinds: kinds.map(({ problem, severity, count, kept }) => ({ problem, severity, count, listed: kept })),
    villages: villages.map(villageReport),
  };
}

function villageReport({ village, name, problems, warnings, grids, posts, households, people, roles, state }: RosterVillage): VillageReport {
  return { village, name, problems, warnings, grids, posts, households, people, roles, state };
}
