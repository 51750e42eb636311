import type { clinicalCases } from './clinical-cases.ts';

export type Modality = 'in_person' | 'video';

export interface ServiceTemplate {
  readonly name: string;
  readonly minutes: number;
  /** Minutes to make ready, and to clean up: both keep the doctor busy. */
  readonly before?: number;
  readonly after?: number;
  readonly modalities: readonly Modality[];
}

export interface SpecializationTemplate {
  readonly code: keyof typeof clinicalCases;
  readonly name: string;
  readonly description: string;
  readonly services: readonly ServiceTemplate[];
  /** Whom it is for. Default: everybody. */
  readonly treats?: (patient: { readonly age: number; readonly gender: string }) => boolean;
}

const anywhere = ['in_person', 'video'] as const;
const onSite = ['in_person'] as const;
const remote = ['video'] as const;

export const specializations: readonly SpecializationTemplate[] = [
  {
    code: 'general-practice',
    name: 'General practice',
    description: 'First contact for any complaint, prevention and long-term care.',
    services: [
      { name: 'Consultation', minutes: 15, modalities: anywhere },
      { name: 'Annual check-up', minutes: 45, after: 15, modalities: onSite },
      { name: 'Vaccination', minutes: 15, modalities: onSite },
    ],
  },
  {
    code: 'cardiology',
    name: 'Cardiology',
    description: 'Heart and circulation.',
    services: [
      { name: 'Cardiology consultation', minutes: 30, modalities: anywhere },
      { name: 'Echocardiogram', minutes: 45, before: 15, modalities: onSite },
      { name: 'Pacemaker check', minutes: 30, modalities: onSite },
    ],
  },
  {
    code: 'dermatology',
    name: 'Dermatology',
    description: 'Skin, hair and nails.',
    services: [
      { name: 'Skin consultation', minutes: 15, modalities: anywhere },
      { name: 'Full-body mole check', minutes: 30, modalities: onSite },
      { name: 'Minor excision', minutes: 45, before: 15, after: 15, modalities: onSite },
    ],
  },
  {
    code: 'paediatrics',
    name: 'Paediatrics',
    description: 'Children and adolescents.',
    treats: ({ age }) => age < 18,
    services: [
      { name: 'Child consultation', minutes: 30, modalities: anywhere },
      { name: 'Well-child visit', minutes: 30, after: 15, modalities: onSite },
    ],
  },
  {
    code: 'gynaecology',
    name: 'Gynaecology',
    description: "Women's health, contraception and pregnancy.",
    treats: ({ age, gender }) => gender === 'female' && age >= 16 && age < 50,
    services: [
      { name: 'Gynaecology consultation', minutes: 30, modalities: anywhere },
      { name: 'Prenatal visit', minutes: 30, after: 15, modalities: onSite },
    ],
  },
  {
    code: 'orthopaedics',
    name: 'Orthopaedics',
    description: 'Bones, joints and muscles.',
    services: [
      { name: 'Orthopaedic consultation', minutes: 30, modalities: onSite },
      { name: 'Joint injection', minutes: 15, after: 15, modalities: onSite },
      { name: 'Follow-up by video', minutes: 15, modalities: remote },
    ],
  },
  {
    code: 'ophthalmology',
    name: 'Ophthalmology',
    description: 'Eyes and sight.',
    services: [
      { name: 'Eye examination', minutes: 30, modalities: onSite },
      { name: 'Glaucoma check', minutes: 15, modalities: onSite },
    ],
  },
  {
    code: 'neurology',
    name: 'Neurology',
    description: 'Brain, nerves and headache.',
    services: [
      { name: 'Neurology consultation', minutes: 45, modalities: anywhere },
      { name: 'Nerve conduction study', minutes: 45, before: 15, modalities: onSite },
    ],
  },
  {
    code: 'psychiatry',
    name: 'Psychiatry and psychotherapy',
    description: 'Mental health.',
    services: [
      { name: 'First interview', minutes: 60, modalities: anywhere },
      { name: 'Therapy session', minutes: 45, after: 15, modalities: anywhere },
    ],
  },
  {
    code: 'endocrinology',
    name: 'Endocrinology',
    description: 'Hormones, thyroid and diabetes.',
    services: [
      { name: 'Endocrinology consultation', minutes: 30, modalities: anywhere },
      { name: 'Diabetes review', minutes: 30, modalities: anywhere },
    ],
  },
  {
    code: 'otolaryngology',
    name: 'Ear, nose and throat',
    description: 'Hearing, balance, nose and voice.',
    services: [
      { name: 'ENT consultation', minutes: 15, modalities: anywhere },
      { name: 'Hearing test', minutes: 30, modalities: onSite },
    ],
  },
  {
    code: 'physiotherapy',
    name: 'Physiotherapy',
    description: 'Movement, rehabilitation and pain.',
    services: [
      { name: 'Physiotherapy session', minutes: 30, modalities: onSite },
      { name: 'Exercise coaching by video', minutes: 30, modalities: remote },
    ],
  },
];
