/** What a desk chooses of an event's record, as the standard's readers say it (EVT-18). */
import type { EventLevel, EventMode, EventParties } from '../issues/issue';

export const LEVEL_WORDS: Readonly<Record<EventLevel, string>> = { ORDINARY: '一般', LARGER: '较大', MAJOR: '重大' };
export const PARTIES_WORDS: Readonly<Record<EventParties, string>> = { PERSONS: '个人和个人', PERSON_AND_UNIT: '个人和单位', UNITS: '单位和单位', NONE: '没有当事双方' };
export const MODE_WORDS: Readonly<Record<EventMode, string>> = { HANDLED: '直接处置', PEOPLES_MEDIATION: '人民调解', ADMINISTRATIVE_MEDIATION: '行政调解', JUDICIAL_MEDIATION: '司法调解', SETTLED: '自行和解', REFERRED: '引导到别的渠道' };
