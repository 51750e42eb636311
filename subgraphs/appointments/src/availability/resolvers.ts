import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { toUuid } from '@consulta/platform/identifiers/global-id';
import type { Context } from '../context.ts';
import type { DoctorAvailableSlotsArgs, Resolvers } from '../generated/resolvers.ts';
import type { SlotRequest, WantedSlots } from './loaders.ts';
import { slotOrdering, slotPage } from './slot-page.ts';
import { slotPeriod } from './slot-period.ts';
import type { OfferedSlot } from './slots.ts';

export const availabilityResolvers: Resolvers = {
  Doctor: {
    async availableSlots({ uuid: doctor }, args, context) {
      const page = openPage(pageRequest(args), slotOrdering, context.cursors);
      const request = await slotRequest(args, context);
      if (request === null) return slotPage<OfferedSlot>([], page, context.cursors);
      const slots = await context.loaders.slots.load(doctor, request);
      const offer = { doctor, clinic: request.clinic.id, service: request.service.id };
      return slotPage(
        slots.map((slot) => ({ ...slot, ...offer })),
        page,
        context.cursors,
      );
    },
    async nextAvailableSlot({ uuid: doctor }, args, context) {
      const wanted = await wantedSlots(args, context);
      const slot = wanted && (await context.loaders.nextSlot.load(doctor, wanted));
      return slot && { ...slot, doctor, clinic: wanted.clinic.id, service: wanted.service.id };
    },
  },
  Slot: {
    async localStart({ start, clinic }, { timeZone }, { directory }) {
      const zone = timeZone ?? (await directory.clinic(clinic))?.time_zone ?? 'UTC';
      return start.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    },
    doctor: ({ doctor }) => ({ uuid: doctor }),
    clinic: ({ clinic }) => ({ uuid: clinic }),
    service: ({ service }) => ({ uuid: service }),
    modalities: ({ modalities }) => modalities.map((modality) => enumValue(modality)),
  },
  SlotConnection: { totalCount: (connection) => connection.totalCount() },
};

/** What is asked for, or null where there is no such service: it then has no slots. */
async function slotRequest(
  { from, to, ...args }: DoctorAvailableSlotsArgs,
  context: Context,
): Promise<SlotRequest | null> {
  slotPeriod({ from, to });
  const wanted = await wantedSlots(args, context);
  return wanted && { from, to, ...wanted };
}

async function wantedSlots(
  { service, modality }: Pick<DoctorAvailableSlotsArgs, 'service' | 'modality'>,
  { directory }: Context,
): Promise<WantedSlots | null> {
  const offered = await directory.service(toUuid('HealthcareService', service, ['service']));
  const clinic = offered === null ? null : await directory.clinic(offered.clinic_id);
  if (offered === null || clinic === null) return null;
  return { service: offered, clinic, modality: modality?.toLowerCase() ?? null };
}
