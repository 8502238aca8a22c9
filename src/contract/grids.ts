/** What a desk may ask of the `grids` function: the grid tree, its posts, checks and stand-ins (GRD-*, HHL-*, LNS-01). */
import * as z from 'zod';
import { areaCode, base, civilDate, cursor, epochMs, freeText, id, point, requestId, villageCode } from './common';

const holder = z.object({
  personId: id,
  name: z.string(),
  since: civilDate,
  /** Last day; only for who stands in. */
  to: civilDate.optional(),
  phone: z.string().optional(),
  hours: z.string().optional(),
});
const cell = z.object({
  code: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  name: z.string(),
  households: z.int(),
  people: z.int(),
  head: holder.optional(),
  standIn: holder.extend({ to: civilDate }).optional(),
  centre: point.optional(),
});
export type CellView = z.infer<typeof cell>;

/** A finding warns and never blocks; the words stand in `domain/wording`. */
const finding = z.object({ code: z.string(), area: z.string(), name: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) });
export type FindingView = z.infer<typeof finding>;

const village = z.object({
  code: z.string(),
  name: z.string(),
  town: z.string(),
  version: z.int(),
  cells: z.array(cell),
  desk: z.array(holder),
});
export type VillageView = z.infer<typeof village>;

export const gridsContract = {
  /** With `openOf`, a post of the village: how many open matters it would hand over, for who may fill it (HHL-07). */
  village: base.input(z.object({ village: villageCode, openOf: areaCode.optional() })).output(village.extend({ open: z.int().optional() })),
  /** Sizes, vacant posts, heads that are not eligible, overlaps, households without a liaison; split plans (GRD-02..10, LNS-01). */
  check: base.input(z.object({ village: villageCode, after: cursor })).output(z.object({
    /** A village with many households without a liaison is looked through in parts: `unlinked` goes on with `after`. */
    next: z.string().optional(),
    findings: z.array(finding),
    plans: z.array(z.object({ area: z.string(), name: z.string(), households: z.int(), people: z.int(), counts: z.array(z.int()), suggested: z.int(), exact: z.boolean() })),
    coverage: z.object({ households: z.int(), linked: z.int(), unlinked: z.array(z.object({ id, number: z.string(), grid: z.string() })) }),
  })),
  /**
   * Puts a person in a post, or leaves it vacant. The open matters stay with the post; the clock hands them over by name,
   * one after the other, and tells both sides (HHL-07).
   */
  appoint: base
    .errors({
      NOT_ELIGIBLE: { status: 409, data: z.object({ findings: z.array(finding) }) },
      /** A desk cannot be left without an officer: the village would have nobody to fall back on. */
      LAST_OF_DESK: { status: 409 },
    })
    .input(z.object({
      requestId, post: z.string().max(60), personId: id.optional(), from: civilDate,
      /** For a desk with several officers: who leaves it. */
      leaving: id.optional(),
      /** For a town's legal post, which of its two roles. */
      role: z.enum(['TOWN_LEGAL', 'POLICE_LIAISON']).optional(),
      source: z.enum(['ELECTED', 'APPOINTED_MEMBER', 'APPOINTED_DEPUTY', 'CONCURRENT']).optional(), despite: z.boolean().default(false),
    }))
    /** No village for a post of a town or the county. */
    .output(z.object({ village: village.optional() })),
  standIn: base.input(z.object({ requestId, post: z.string().max(60), personId: id.optional(), from: civilDate, to: civilDate, text: freeText.optional() })).output(z.object({ village: village.optional() })),
  /** Whether those a post answers for see its holder's phone, and when they may ring (LNS-05). */
  setPhoneShown: base.input(z.object({ requestId, shown: z.boolean(), hours: z.string().max(40).optional() })).output(z.object({ shown: z.boolean() })),
  link: base.input(z.object({ requestId, householdId: id, personId: id, line: z.enum(['PARTY', 'DEPUTY']), on: z.boolean() })).output(z.object({ linked: z.boolean() })),
  /** The printable contact sheet of a grid or village: name, household, phone only where agreed. */
  contactSheet: base.input(z.object({ area: areaCode, after: z.string().optional() })).output(z.object({
    title: z.string(),
    printedAt: epochMs,
    posts: z.array(z.object({ duty: z.string(), name: z.string(), phone: z.string().optional() })),
    households: z.array(z.object({ number: z.string(), address: z.string(), head: z.string(), members: z.int(), phone: z.string().optional() })),
    next: z.string().optional(),
  })),
  /** The caller's households: by number, never by class (HSE-10). */
  households: base.input(z.object({ area: areaCode, after: z.string().optional() })).output(z.object({
    items: z.array(z.object({ id, number: z.string(), address: z.string(), head: z.string(), members: z.array(z.object({ id, name: z.string() })) })),
    next: z.string().optional(),
  })),
};
