/** What desks are called, where no single person can be named. */
export const deskWords = {
  village: (village: string): string => `${village}值班室`,
  town: (town: string): string => `${town}综治中心`,
  county: (county: string): string => `${county}321专班`,
  legal: (area: string): string => `${area}专人`,
} as const;
