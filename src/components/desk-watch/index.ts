/**
 * Watches over a computer's desk: a session that was ended, or that nobody used, is out on the screen too, though nobody
 * touches it; and so is one that another window of the same browser replaced, since its cookie is this window's too. In a
 * browser only.
 */
import Taro from '@tarojs/taro';
import { forgetPageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { atDesk, deskSession, onOtherWindow, onSignedOut, showsAnothers, showsNobodys, signedOut } from '@/services/desk';
import { forgetDrafts } from '@/services/drafts';
import { serverNow, setServerNow } from '@/services/server-clock';

/** Seen at once where a window comes to the front; otherwise a phone's 退出 is heard of within this. */
const EVERY_MS = 60_000;

export function watchDesk(): void {
  leaveIfAnothers();
  onSignedOut(leaveScreen);
  onOtherWindow(leaveIfAnothers);
  setInterval(() => void look(), EVERY_MS);
  document.addEventListener('visibilitychange', () => void look());
}

function leaveIfAnothers(): void {
  if (showsAnothers(deskSession())) leaveScreen();
}

/** When the session ends unless somebody does something; known from the last look. */
let endsAt = Number.POSITIVE_INFINITY;

async function look(): Promise<void> {
  if (!atDesk() || document.visibilityState !== 'visible') return;
  try {
    const here = await api.desk.here();
    setServerNow(here.now);
    if (showsAnothers(here.session)) return leaveScreen();
    endsAt = Math.min(here.idleAt, here.endsAt);
  } catch {
    // A session that is over was told to everybody by the transport. Without a network its time runs all the same.
    if (atDesk() && serverNow() >= endsAt) signedOut();
  }
}

/** Nothing of who was here stays. */
function leaveScreen(): void {
  endsAt = Number.POSITIVE_INFINITY;
  showsNobodys();
  forgetPageData();
  forgetDrafts();
  void Taro.reLaunch({ url: '/packages/desk/sign-in/index' });
}
