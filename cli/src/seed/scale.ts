/** How much is sown. */
export interface Scale {
  readonly clinics: number;
  readonly doctors: number;
  readonly patients: number;
  /** Met within one in a hundred. */
  readonly appointments: number;
  /** Appointments begin this many days before today … */
  readonly daysBack: number;
  /** … and end this many days after it, thinning out. */
  readonly daysAhead: number;
}

export const scales = {
  demo: { clinics: 8, doctors: 40, patients: 200, appointments: 2_400, daysBack: 180, daysAhead: 45 },
  dev: { clinics: 40, doctors: 200, patients: 20_000, appointments: 200_000, daysBack: 670, daysAhead: 60 },
  large: { clinics: 2_000, doctors: 10_000, patients: 500_000, appointments: 18_000_000, daysBack: 305, daysAhead: 60 },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;
