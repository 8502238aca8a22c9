import { countUnread } from './count-unread';
import { listNotices } from './list-notices';
import { markSeen } from './mark-seen';
import { notices } from './os';

export const router = notices.router({ list: listNotices, unread: countUnread, seen: markSeen });
