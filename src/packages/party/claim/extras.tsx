import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Photos } from '@/components/photos';
import { Row } from '@/components/row';
import type { useStepPhotos } from '@/packages/desk/handle/use-step-photos';
import type { ClaimForm } from './form';

interface ExtrasProps {
  readonly form: ClaimForm;
  readonly onChange: (change: Partial<ClaimForm>) => void;
  readonly photos: ReturnType<typeof useStepPhotos>;
  readonly max: number;
  readonly error: string | undefined;
}

/** Photos, place, how many were helped: only for who wishes, and behind a tap, so that nobody takes them for a duty (BUR-02). */
export function Extras({ form, onChange, photos, max, error }: ExtrasProps): ReactNode {
  const { place, beneficiaries } = form;
  const [wished, setWished] = useState(false);
  if (!wished && place === undefined && beneficiaries === '' && photos.views.length === 0) {
    return <Button wide kind="quiet" icon="plus" text="想加照片、地方，不加也算" onTap={() => setWished(true)} />;
  }

  async function choosePlace(): Promise<void> {
    // Closing the map and not agreeing to it are reported alike: what was chosen before stands.
    const spot = await Taro.chooseLocation({}).catch(() => undefined);
    if (spot === undefined) return;
    onChange({ place: { latitude: rounded(spot.latitude), longitude: rounded(spot.longitude), name: spot.name === '' ? '地图上的一点' : spot.name.slice(0, 60) } });
  }

  return (
    <>
      <Photos id="claim-more" title="照片" optional="不拍也算" hint="尽量别拍到别人的脸和家里" photos={photos.views} max={max} error={error ?? photos.error} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} />
      <Card flush>
        <Row icon="pin" title={place?.name ?? '在哪里做的'} line={place === undefined ? '可以不选' : '只记到一百米左右'} end={place === undefined ? '选' : '去掉'} onTap={() => (place === undefined ? void choosePlace() : onChange({ place: undefined }))} />
      </Card>
      <Field label="帮到几个人" optional="可以不填"><Input label="帮到几个人" type="number" value={beneficiaries} onInput={(next) => onChange({ beneficiaries: next })} maxLength={6} /></Field>
    </>
  );
}

/** Three decimals, about 100 m; more is nobody's business (CODE-08). */
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
