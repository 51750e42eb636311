import type { Edges, Query } from '../kit/stack.ts';

type Step = 'markAppointmentArrived' | 'checkInAppointment' | 'fulfilAppointment' | 'cancelAppointment';

/** Whoever works at a clinic on one of its days, by the API alone. */
export interface Reception {
  readonly clinic: Clinic;
  /** By the clinic's clocks. */
  readonly date: string;
  /** Books somebody's visit; returns its id. */
  book(): Promise<string>;
  step(name: Step, appointment: string): Promise<void>;
  /** Ids of the day's visits by their status, in order of time. */
  visits(): Promise<Record<string, string[]>>;
}

interface Clinic {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

interface Slot {
  readonly start: string;
  readonly localStart: string;
  readonly doctor: { readonly id: string };
  readonly service: { readonly id: string };
  readonly clinic: Clinic;
  readonly modalities: readonly string[];
}

interface Visit {
  readonly id: string;
  readonly status: string;
  readonly start: string;
}

const day = 24 * 60 * 60 * 1000;

/** Opens a clinic that has free times on a day after tomorrow. */
export async function openReception(admin: Query): Promise<Reception> {
  const from = new Date(Date.now() + 2 * day).toISOString();
  const free = async (clinic?: string): Promise<readonly Slot[]> => {
    const { data } = await admin<{ searchAvailability: Edges<Slot> }>(
      `query ($clinic: ID, $from: DateTime!) {
        searchAvailability(filter: { clinic: $clinic, from: $from }, first: 50) {
          edges { node { start localStart doctor { id } service { id } clinic { id name timeZone } modalities } }
        }
      }`,
      { clinic, from },
    );
    return data?.searchAvailability.edges.map(({ node }) => node) ?? [];
  };
  const [first] = await free();
  if (first === undefined) throw new Error('no clinic of the demo has a free time');
  const { clinic } = first;
  const date = first.localStart.slice(0, 10);

  const patients = await admin<{ patients: Edges<{ id: string }> }>(
    '{ patients(first: 100) { edges { node { id } } } }',
  );
  const waiting = patients.data?.patients.edges.map(({ node }) => node.id) ?? [];

  /** Midnight UTC some days from it: the day by any clock lies between. */
  const around = (days: number): string => new Date(Date.parse(date) + days * day).toISOString();
  const isOnDay = (start: string): boolean =>
    new Date(start).toLocaleDateString('sv-SE', { timeZone: clinic.timeZone }) === date;

  return {
    clinic,
    date,
    async book() {
      const slot = (await free(clinic.id)).find(({ localStart }) => localStart.startsWith(date));
      if (slot === undefined) throw new Error('the day is booked out');
      const { data } = await admin<{ bookAppointment: { appointment: { id: string } | null; userErrors: unknown[] } }>(
        'mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id } userErrors { code } } }',
        {
          input: {
            doctor: slot.doctor.id,
            service: slot.service.id,
            clinic: clinic.id,
            start: slot.start,
            modality: slot.modalities[0],
            patient: waiting.pop(),
            overridePatientConflict: true,
          },
        },
      );
      const id = data?.bookAppointment.appointment?.id;
      if (id === undefined) throw new Error(`not booked: ${JSON.stringify(data?.bookAppointment.userErrors)}`);
      return id;
    },
    async step(name, appointment) {
      const { data } = await admin<Record<Step, { userErrors: unknown[] }>>(
        `mutation ($id: ID!) { ${name}(input: { appointment: $id }) { userErrors { code } } }`,
        { id: appointment },
      );
      if (data?.[name].userErrors.length !== 0) throw new Error(`${name}: ${JSON.stringify(data?.[name].userErrors)}`);
    },
    async visits() {
      const { data } = await admin<{ appointments: Edges<Visit> }>(
        `query ($clinic: ID!, $from: DateTime!, $to: DateTime!) {
          appointments(first: 100, filter: { clinic: $clinic, dateRange: { from: $from, to: $to } }) {
            edges { node { id status start } }
          }
        }`,
        { clinic: clinic.id, from: around(-1), to: around(2) },
      );
      const visits = (data?.appointments.edges ?? []).map(({ node }) => node).filter(({ start }) => isOnDay(start));
      return Object.fromEntries(
        Map.groupBy(visits, ({ status }) => status)
          .entries()
          .map(([status, all]) => [status, all.map(({ id }) => id)]),
      );
    },
  };
}
