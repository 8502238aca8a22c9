import { isInForceOn } from '@/domain/deputies/congress';
import { congressOf } from './congress-of';
import { deputies } from './os';
import { deputyCards, stationView } from './views';

/** Stations, constituencies and deputies of a town, in the order of names (DEP-01..03, BUR-01). */
export const directory = deputies.directory.handler(async ({ input, context }) => {
  context.permit('deputies.directory');
  const { store, today, settings } = context;
  const congress = await congressOf(store, input.town);
  const inOffice = congress.mandates.filter((mandate) => isInForceOn(mandate, today));
  return {
    town: congress._id,
    name: congress.name,
    stations: congress.stations.map(stationView),
    constituencies: congress.constituencies.filter((one) => isInForceOn(one, today)).map(({ areas, ...one }) => ({ ...one, areas: [...areas] })),
    deputies: (await deputyCards(context, congress, inOffice)).sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    receptionDow: settings.deputy.receptionDow,
  };
});
