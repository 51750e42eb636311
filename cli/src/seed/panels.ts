import type { Doctor, Patient } from './model.ts';

const groupCount = 3;

/**
 * Nobody is in two places: the doctors of a city fall into three groups, each patient has one doctor in each group,
 * and on any day comes only to the group that day and patient point at. So a patient has one visit a day at most,
 * however many are made and in whatever order, and keeps to the same few doctors over the years.
 */
export interface Panels {
  /** Gives the patient a doctor of each group, if one there treats such patients. */
  enrol(patient: Patient): void;
  /** The patients whom this doctor may see on that day; nobody else sees them then. */
  on(doctor: Doctor, dayIndex: number): readonly Patient[];
}

/**
 * @param doctors of one city
 * @param popular has every second patient of its group, the first included
 */
export function createPanels(doctors: readonly Doctor[], popular?: Doctor): Panels {
  const groups = Array.from({ length: groupCount }, (_, group) =>
    doctors.filter((_doctor, index) => index % groupCount === group),
  );
  const members = new Map<Doctor, { readonly group: number; readonly byRemainder: Patient[][] }>();
  doctors.forEach((doctor, index) => {
    members.set(doctor, { group: index % groupCount, byRemainder: groups.map(() => []) });
  });
  let enrolled = 0;

  return {
    enrol(patient) {
      const remainder = enrolled % groupCount;
      const turn = Math.floor(enrolled / groupCount);
      enrolled += 1;
      for (const peers of groups) {
        const takesEverySecond = popular !== undefined && turn % 2 === 0 && peers.includes(popular);
        const doctor = takesEverySecond ? popular : firstToTreat(patient, peers, turn);
        if (doctor !== undefined) members.get(doctor)?.byRemainder[remainder]?.push(patient);
      }
    },
    on(doctor, dayIndex) {
      const panel = members.get(doctor);
      if (panel === undefined) return [];
      const remainder = (((panel.group - dayIndex) % groupCount) + groupCount) % groupCount;
      return panel.byRemainder[remainder] ?? [];
    },
  };
}

function firstToTreat(patient: Patient, peers: readonly Doctor[], turn: number): Doctor | undefined {
  for (let attempt = 0; attempt < peers.length; attempt += 1) {
    const doctor = peers[(turn + attempt) % peers.length];
    if (doctor?.practises.every(({ template }) => template.treats?.(patient) ?? true)) return doctor;
  }
  return undefined;
}
