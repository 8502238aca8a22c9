/** A contact of a liaison with the people (LNS-03): how, what for. Words suffice; nothing of it needs a photo (BUR-02). */

/** 接待, 约见, 走访, 电话或微信. */
export const CONTACT_MODES = ['VISIT', 'RECEIVE', 'APPOINTMENT', 'REMOTE'] as const;
export type ContactMode = (typeof CONTACT_MODES)[number];

/** 政策宣传, 听取诉求, 帮助解决, 针对性服务, 回访. */
export const CONTACT_PURPOSES = ['POLICY', 'LISTEN', 'HELP', 'SERVICE', 'RETURN'] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** More households than this in one day is a slip of the finger. */
export const HOUSEHOLDS_MAX = 60;
