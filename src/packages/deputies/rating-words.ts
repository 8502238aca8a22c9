/** A count in one or two sentences: the rate with its numerator, denominator, and how wide it is (DEP-15, 21). */
import { COMPOSITE_WORDS } from '@/domain/wording/deputies';
import type { CompositeView, RatingView } from '@/services/views';

export function percent(tenths: number): string {
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

function points(tenths: number): string {
  return tenths % 10 === 0 ? `${tenths / 10}` : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** What the composite is made of (DEP-18): 综合得分 86.3：选民评分 88 占 60%，…. */
export function compositeLine({ scoreTenths, parts }: CompositeView): string {
  return `综合得分 ${points(scoreTenths)}：${parts.map(({ part, weight, tenths }) => `${COMPOSITE_WORDS[part]} ${points(tenths)} 占 ${weight}%`).join('，')}。`;
}

export function ratingLine(rating: RatingView): string {
  const { verdict, needed, rate, percentTenths } = rating;
  switch (verdict) {
    case 'HIDDEN':
      return `投的人不到 ${needed} 位，为了不让人猜出谁投了什么，一个数也不公布。`;
    case 'TOO_FEW':
      return `至少要 ${needed} 票才作数，这次票数不够，不算。`;
    case 'NO_RESULT':
      return '投票的人都选了“不了解”，没有结果。';
    case 'RATED':
      return `满意率 ${percent(percentTenths ?? 0)}：${rate?.denominator ?? 0} 位评了，${rate?.numerator ?? 0} 位满意或者基本满意，“不了解”不算在内。`;
  }
}

/** How far the rate can be trusted (Wilson); nothing is decided by it. */
export function intervalLine({ interval }: RatingView): string | undefined {
  return interval && `票数有限，真实的满意率大约在 ${percent(interval.fromTenths)} 到 ${percent(interval.toTenths)} 之间。`;
}

export function countsLine({ counts }: RatingView): string | undefined {
  return counts && `满意 ${counts.S}，基本满意 ${counts.B}，不满意 ${counts.N}，不了解 ${counts.U}；名单上 ${counts.eligible} 人，投了 ${counts.present} 票。`;
}
