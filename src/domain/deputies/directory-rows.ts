import type { CivilDate } from '../basics/ids';
import { isInForceOn, type Congress } from './congress';
import { DIRECTORY_COLUMNS, SHEET_LEVELS, SHEET_ROLLS, type DirectoryTable } from './directory-sheet';

type Line = Readonly<Record<string, string | number | undefined>>;

/** The rows of a directory as it stands; read back they change nothing. */
export function directoryRows(congress: Congress, villages: readonly { readonly code: string; readonly name: string }[], today: CivilDate): Readonly<Record<DirectoryTable, readonly (readonly (string | number | undefined)[])[]>> {
  const placeOf = (code: string): string => villages.find((one) => one.code === code)?.name ?? code;
  const stationOf = (id: string): string => congress.stations.find((one) => one.id === id)?.name ?? '';
  const lines: Readonly<Record<DirectoryTable, readonly Line[]>> = {
    STATIONS: congress.stations.map(({ name, address, hours, phone, duty }) => ({ station: name, address, open: hours, stationPhone: phone, duty })),
    CONSTITUENCIES: congress.constituencies.filter((one) => isInForceOn(one, today)).map(({ name, level, areas, roll, seats, from }) => ({ constituency: name, level: SHEET_LEVELS[level], areas: areas.map(placeOf).join('、'), roll: SHEET_ROLLS[roll], seats, from })),
    DEPUTIES: congress.mandates.filter((one) => isInForceOn(one, today)).map(({ name, level, term, constituencyId, group, stationId, job, hours, phone, from }) => ({
      name, level: SHEET_LEVELS[level], term, constituency: congress.constituencies.find(({ id }) => id === constituencyId)?.name, group, station: stationOf(stationId), job, hours, phone, phoneShown: phone === undefined ? undefined : '是', from,
    })),
  };
  const rowsOf = (table: DirectoryTable) => lines[table].map((line) => DIRECTORY_COLUMNS[table].map(({ field }) => line[field]));
  return { STATIONS: rowsOf('STATIONS'), CONSTITUENCIES: rowsOf('CONSTITUENCIES'), DEPUTIES: rowsOf('DEPUTIES') };
}
