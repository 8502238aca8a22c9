/** From where something is to the grid that answers for it (GRD-12). A precise location is never asked for. */
import type { AreaCode, GridCode, VillageCode } from '../areas/code';
import { refused, ok, type Result } from '../basics/result';
import type { Point, Village } from '../grid/grid';

/** Where a reporter says it is. */
export type Place =
  | { readonly kind: 'HOME' }
  | { readonly kind: 'GRID'; readonly grid: AreaCode }
  | { readonly kind: 'POINT'; readonly village: VillageCode; readonly point: Point }
  | { readonly kind: 'VILLAGE'; readonly village: VillageCode };

/** The village a place lies in; undefined for the home of someone who has none here. */
export function villageOfPlace(place: Place, home: GridCode | undefined): VillageCode | undefined {
  switch (place.kind) {
    case 'HOME':
      return home?.slice(0, 12);
    case 'GRID':
      return place.grid.length < 12 ? undefined : place.grid.slice(0, 12);
    case 'POINT':
    case 'VILLAGE':
      return place.village;
  }
}

/**
 * The grid of a place: the household's own, the chosen one, the one whose centre is nearest to a point, or else the
 * village. Refused: a grid that the village does not have.
 *
 * @param maxKm a point further from every centre belongs to the village as a whole.
 */
export function areaOfPlace(place: Place, home: GridCode | undefined, village: Village, maxKm: number): Result<AreaCode, 'NO_SUCH_GRID'> {
  switch (place.kind) {
    case 'HOME':
      // A household whose grid was merged away since still lies in its village.
      return ok(home !== undefined && hasGrid(village, home) ? home : village._id);
    case 'GRID':
      return place.grid === village._id || hasGrid(village, place.grid) ? ok(place.grid) : refused('NO_SUCH_GRID');
    case 'POINT':
      return ok(nearestGrid(village, place.point, maxKm) ?? village._id);
    case 'VILLAGE':
      return ok(village._id);
  }
}

/** The grid whose centre is nearest, within `maxKm`; of equally near ones the innermost. */
export function nearestGrid(village: Village, point: Point, maxKm: number): GridCode | undefined {
  const near = village.grids
    .flatMap(({ code, level, centre }) => (centre === undefined ? [] : [{ code, level, km: kmBetween(point, centre) }]))
    .filter(({ km }) => km <= maxKm)
    .sort((a, b) => a.km - b.km || b.level - a.level || (a.code < b.code ? -1 : 1));
  return near[0]?.code;
}

const EARTH_KM = 6371;

/** Great-circle distance in km (haversine). Both points in the same datum; GCJ-02 shifts both alike at such distances. */
export function kmBetween(a: Point, b: Point): number {
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h = Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function hasGrid(village: Village, grid: AreaCode): boolean {
  return village.grids.some(({ code }) => code === grid);
}
