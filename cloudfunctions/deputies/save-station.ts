import { withItem } from '@/domain/deputies/congress';
import { congressToChange, saveCongress } from '@platform/congresses';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { deputies } from './os';
import { needLine, readLine } from '@platform/texts';

/** Enters a station, or what has changed of it (DEP-02). */
export const saveStation = deputies.saveStation.handler(async ({ input, context }) => {
  context.permit('deputies.saveStation', { area: input.town });
  const id = input.stationId ?? derivedId('station', context.caller.account, input.requestId);
  const phone = readLine(input.phone);
  const duty = readLine(input.duty);
  const station = {
    id,
    name: needLine('name', input.name),
    address: needLine('address', input.address),
    hours: needLine('hours', input.hours),
    ...(phone === undefined ? {} : { phone }),
    ...(duty === undefined ? {} : { duty }),
  };
  return once(context, 'deputies.saveStation', input, { target: `station:${id}`, area: input.town }, async (tx) => {
    const congress = await congressToChange(tx, input.town);
    if (input.stationId !== undefined && !congress.stations.some((one) => one.id === id)) throw refusal('NOT_FOUND');
    await saveCongress(tx, congress, { stations: withItem(congress.stations, station) }, context);
    return { stationId: id };
  }, () => Promise.resolve({ stationId: id }));
});
