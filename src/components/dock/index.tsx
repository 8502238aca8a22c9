/**
 * The demo's dock: who am I, what day is it. In a browser and on a demo server only; it is no part of the WeChat build, and
 * where `/demo/people` does not answer it draws nothing.
 */
import { createRoot } from 'react-dom/client';
import { demoPerson } from '@/services/demo';
import { atDesk } from '@/services/desk';
import { becomeAnother, demoPeople } from './demo-server';
import { DockPanel } from './panel';
import './index.scss';

/** Where a computer is signed in by somebody's phone, there is no phone to hand over. */
const COMPUTER = '#/packages/desk/sign-in/';

/** @param opened the address that this window was opened at, since the app may have turned the page meanwhile. */
export async function openDock(opened: string): Promise<void> {
  if (atDesk() || opened.startsWith(COMPUTER)) return;
  const people = await demoPeople();
  const [first] = people;
  if (first === undefined) return;
  const acting = people.find(({ id }) => id === demoPerson());
  if (acting === undefined) {
    // Nobody chosen yet, or somebody of another demo: the first one is a villager.
    becomeAnother(first.id);
    return;
  }
  const place = document.createElement('div');
  place.className = 'dock';
  document.body.append(place);
  createRoot(place).render(<DockPanel people={people} acting={acting} />);
}
