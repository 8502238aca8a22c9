import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { FamilyPhone, PersonRow } from '@/services/views';

interface FamilyPhonesProps {
  readonly person: Pick<PersonRow, 'id' | 'name' | 'bound'>;
  readonly phones: readonly FamilyPhone[];
  readonly onChanged: () => void;
}

/** Relatives' phones that act for somebody, ended here in one step for whoever has no phone to end it on (A11Y-09). */
export function FamilyPhones({ person, phones, onChanged }: FamilyPhonesProps): ReactNode {
  const { id, name, bound } = person;
  const end = useAct((requestId, ref: string) => api.people.endFamilyPhoneFor({ requestId, personId: id, ref }), { done: onChanged, said: '收回了，两边都会知道' });
  if (phones.length === 0) return null;

  async function confirmEnd(phone: FamilyPhone): Promise<void> {
    const content = `${name}本人说了不要，才能收回。收回后，${ownerOf(phone)}不能再替${name}报事、评事，已经报的还在。`;
    const { confirm } = await Taro.showModal({ title: `不让它替${name}办事`, content, confirmText: '收回', cancelText: '不收回' });
    if (confirm) await end.run(phone.ref);
  }

  return (
    <Section title="谁的手机能替他办事">
      {bound === undefined ? null : <Note tone="plain" icon="info">本人在自己手机的“我的信息”里也能收回。</Note>}
      <Card flush>
        {phones.map((phone) => (
          <Row
            key={phone.ref}
            icon="phone"
            tone="you"
            title={ownerOf(phone)}
            line={end.busy ? '正在收回…' : `${formatMoment(phone.at, serverNow())}起；${name}不要了，点一下收回`}
            {...(end.busy ? {} : { onTap: () => void confirmEnd(phone) })}
          />
        ))}
      </Card>
    </Section>
  );
}

function ownerOf({ name }: FamilyPhone): string {
  return name === '' ? '有一部手机' : `${name}的手机`;
}
