import { useEffect, useId, useState, type ReactNode } from 'react';
import { DAY_MS, formatDateTime, HOUR_MS } from '@/domain/basics/civil-time';
import { ROLES, type Role } from '@/domain/people/roles';
import { roleName } from '@/domain/wording/grid-duties';
import { becomeAnother, demoClock, moveDemoClock, type DemoClock, type DemoPerson } from './demo-server';

/** A little past the moment, so that what falls due then has fallen due. */
const PAST_MS = 1_000;

interface DockPanelProps {
  readonly people: readonly DemoPerson[];
  readonly acting: DemoPerson;
}

/** A tab at the edge; opened, the persons one can be and the clock. */
export function DockPanel({ people, acting }: DockPanelProps): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button type='button' className='dock-tab' aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>演示</button>
      {open && (
        <section id={id} className='dock-panel' aria-label='演示'>
          <header className='dock-head'>
            <p>现在是 <b>{acting.name}</b>（{titleOf(acting)}）</p>
            <button type='button' className='dock-button' onClick={() => setOpen(false)}>收起</button>
          </header>
          <ClockRow />
          <ul className='dock-people'>
            {people.map((person) => (
              <li key={person.id}>
                <button type='button' className='dock-person' aria-pressed={person.id === acting.id} onClick={() => becomeAnother(person.id)}>
                  <b>{person.name}</b>
                  <span>{titleOf(person)}</span>
                  <span className='dock-area'>{person.area}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ClockRow(): ReactNode {
  const [clock, setClock] = useState<DemoClock | undefined>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    demoClock().then(setClock, () => setFailed(true));
  }, []);
  if (failed) return <p className='dock-clock' role='alert'>连不上演示服务器。</p>;
  if (clock === undefined) return <p className='dock-clock'>…</p>;

  async function move(to: number): Promise<void> {
    setBusy(true);
    try {
      await moveDemoClock(to);
      window.location.reload();
    } catch {
      setBusy(false);
      setFailed(true);
    }
  }
  const { now, next } = clock;
  return (
    <div className='dock-clock' aria-busy={busy}>
      <p>{busy ? '正在拨表，到期的事一件件办…' : formatDateTime(now)}</p>
      <button type='button' className='dock-button' disabled={busy} onClick={() => void move(now + HOUR_MS)}>过 1 小时</button>
      <button type='button' className='dock-button' disabled={busy} onClick={() => void move(now + DAY_MS)}>过 1 天</button>
      {next !== undefined && (
        <button type='button' className='dock-button' disabled={busy} onClick={() => void move(next + PAST_MS)}>到下一个时限</button>
      )}
    </div>
  );
}

function titleOf({ roles }: DemoPerson): string {
  return roles.map(wordOf).join('、');
}

function wordOf(role: string): string {
  if (role === 'VILLAGER') return '村民';
  if (role === 'VISITOR') return '没在名册上的人';
  return isRole(role) ? roleName(role) : role;
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
