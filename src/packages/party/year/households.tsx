import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { formatDayFromNow } from '@/domain/basics/civil-time';
import { MODE_WORDS } from '@/domain/wording/deputies';
import type { OwnYear } from '@/services/views';
import { call, openParty } from '../links';
import './households.scss';

/** More stand behind a tap: whoever has many looks for one of them, not through all. */
const SHOWN = 4;

interface HouseholdsProps {
  readonly year: OwnYear;
  readonly now: number;
}

/** The households the member is linked with: call them, record a contact (PTY-01, LNS-03). */
export function Households({ year: { households, contacts }, now }: HouseholdsProps): ReactNode {
  const [all, setAll] = useState(false);
  if (households.length === 0) return null;
  const shown = all ? households : households.slice(0, SHOWN);
  const [last] = contacts;
  return (
    <Section title="我联系的户" count={`${households.length} 户`} {...(households.length > 1 ? { more: { text: '一起记', onTap: () => openParty('contact') } } : {})}>
      <Card flush>
        {shown.map(({ householdId, head, address, phone }) => (
          <View key={householdId} className="c-row p-home">
            <View className="p-home__who">
              <View className="c-row__title">{`${head}家`}</View>
              <View className="c-row__line">{phone === undefined ? `${address}，没公开电话` : address}</View>
            </View>
            <View className="p-home__acts">
              {phone === undefined ? null : <Button small kind="soft" text="打电话" label={`打电话给${head}家`} onTap={() => call(phone)} />}
              <Button small kind="soft" text="记一次" label={`记一次联系：${head}家`} onTap={() => openParty('contact', { household: householdId })} />
            </View>
          </View>
        ))}
        {shown.length < households.length ? <Row title={`还有 ${households.length - shown.length} 户`} end="都看" onTap={() => setAll(true)} /> : null}
      </Card>
      {last === undefined ? null : <View className="t-hint">{`上次${formatDayFromNow(last.on, now)}，${MODE_WORDS[last.mode]} ${last.households} 户`}</View>}
    </Section>
  );
}
