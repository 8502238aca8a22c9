/**
 * What a phone may ask of the `files` function. Begin names what is coming and answers with a ticket; the phone sends
 * the bytes with the ticket, straight to quarantine; finish checks them and moves them. Links to read come with the
 * replies that list a file, never from here, so that a file is only seen by who may see what it belongs to.
 */
import * as z from 'zod';
import { base, id, requestId } from './common';

export const FILE_PURPOSES = ['ISSUE_PHOTO', 'ISSUE_VOICE', 'POINT_PHOTO', 'DEPUTY_PHOTO', 'ROSTER'] as const;

export const filesContract = {
  begin: base
    .errors({ FILE_TOO_LARGE: { status: 413, data: z.object({ maxBytes: z.int() }) }, TOO_MANY_FILES: { status: 409, data: z.object({ max: z.int() }) } })
    /** `uploadId` is the draft's own request id: one upload holds all the files of one draft. */
    .input(z.object({ uploadId: requestId, fileNo: z.int().min(0).max(20), purpose: z.enum(FILE_PURPOSES), bytes: z.int().min(1), name: z.string().max(120).optional() }))
    .output(z.object({ fileId: id, ticket: z.object({ url: z.string(), method: z.enum(['PUT', 'POST']), headers: z.record(z.string(), z.string()), fields: z.record(z.string(), z.string()), fileField: z.string().optional() }) })),
  finish: base
    .errors({
      /** Nothing has arrived for the ticket, or less than announced. */
      FILE_MISSING: { status: 409 },
      /** The bytes are not what they claim to be; `found` is what they look like. */
      FILE_TYPE: { status: 415, data: z.object({ found: z.string() }) },
      FILE_TOO_LARGE: { status: 413, data: z.object({ maxBytes: z.int() }) },
      FILE_TOO_LONG: { status: 413, data: z.object({ maxSeconds: z.int() }) },
    })
    .input(z.object({ uploadId: requestId, fileId: id }))
    .output(z.object({ fileId: id, kind: z.enum(['IMAGE', 'AUDIO', 'SHEET']), bytes: z.int() })),
  /** Takes a file back before the draft is sent. */
  discard: base.input(z.object({ uploadId: requestId, fileId: id })).output(z.object({ discarded: z.boolean() })),
};
