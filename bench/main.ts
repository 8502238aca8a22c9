/** The bench: everything, or the parts named. Figures are ratios within one run; nothing here passes or fails. */
import { writeFileSync } from 'node:fs';
import { ballotRows } from './ballots';
import { coldRows } from './cold';
import { httpRows } from './http';
import { listSizeRows } from './list-sizes';
import { operationRows } from './operations';
import { pointRows } from './points';
import { rosterRows } from './roster';
import { print, type Row } from './table';
import { weightRows } from './weights';

const PARTS = ['operations', 'weights', 'cold', 'http', 'roster', 'lists', 'ballots', 'points'] as const;
type Part = (typeof PARTS)[number];

const { parts, sizes, scale, json } = optionsOf(process.argv.slice(2));
const results: Record<string, readonly Row[]> = {};

for (const part of parts) {
  const rows = await rowsOf(part);
  results[part] = rows;
  print(titleOf(part), rows);
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
// Adapters under measurement may keep a handle open; the figures are printed.
process.exit(0);

async function rowsOf(part: Part): Promise<readonly Row[]> {
  switch (part) {
    case 'operations':
      return operationRows();
    case 'weights':
      return weightRows();
    case 'cold':
      return coldRows();
    case 'http': {
      const rows: Row[] = [];
      for (const size of sizes) rows.push(...(await httpRows(size)));
      return rows;
    }
    case 'roster':
      return rosterRows();
    case 'lists':
      return listSizeRows();
    case 'ballots':
      return ballotRows(scale);
    case 'points':
      return pointRows(scale);
  }
}

function titleOf(part: Part): string {
  switch (part) {
    case 'operations':
      return 'Store operations an action (asserted in tests; at most 8)';
    case 'weights':
      return 'What a phone loads';
    case 'cold':
      return 'A cold start, beside CloudBase’s SDK alone';
    case 'http':
      return 'Over HTTP, beside the floor of the same run';
    case 'roster':
      return 'A county’s roster';
    case 'lists':
      return 'A cast by how many ballots share a list';
    case 'ballots':
      return scale === 1 ? 'A year-end round, from the rolls to the count' : `A year-end round at ${scale} of its size`;
    case 'points':
      return scale === 1 ? 'Members’ ledgers, at the size of a city' : `Members’ ledgers at ${scale} of a city`;
  }
}

function optionsOf(args: readonly string[]): { readonly parts: readonly Part[]; readonly sizes: readonly string[]; readonly scale: number; readonly json: string | undefined } {
  const valueOf = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const named = PARTS.filter((part) => args.includes(part));
  return { parts: named.length === 0 ? PARTS : named, sizes: (valueOf('--sizes') ?? 'village,town,county').split(','), scale: Number(valueOf('--scale') ?? 1), json: valueOf('--json') };
}
