import type { Clinic, Service, Specialization } from './model.ts';
import type { Sowing } from './sowing.ts';
import { specializations } from './specializations.ts';

export function sowSpecializations({ writer, random, openedAt }: Sowing): readonly Specialization[] {
  const specialization = writer.table('providers.specialization', [
    'id',
    'code',
    'name',
    'description',
    'created_at',
    'updated_at',
  ]);
  return specializations.map((template): Specialization => {
    const id = random.uuid(openedAt.getTime());
    const { code, name, description } = template;
    specialization({ id, code, name, description, created_at: openedAt, updated_at: openedAt });
    return { id, template };
  });
}

/** A clinic offers what its doctors practise; each service is written when a doctor first brings it. */
export interface ServiceCatalogue {
  offeredAt(clinic: Clinic, specialization: Specialization): readonly Service[];
}

export function createServiceCatalogue({ writer, random, openedAt }: Sowing): ServiceCatalogue {
  const healthcareService = writer.table('providers.healthcare_service', [
    'id',
    'clinic_id',
    'specialization_id',
    'name',
    'duration_minutes',
    'buffer_before_minutes',
    'buffer_after_minutes',
    'modalities',
    'created_at',
    'updated_at',
  ]);
  const offered = new Map<string, readonly Service[]>();

  function offer(clinic: Clinic, specialization: Specialization): readonly Service[] {
    return specialization.template.services.map((template): Service => {
      const { name, minutes, before = 0, after = 0, modalities } = template;
      const id = random.uuid(openedAt.getTime());
      healthcareService({
        id,
        clinic_id: clinic.id,
        specialization_id: specialization.id,
        name,
        duration_minutes: minutes,
        buffer_before_minutes: before,
        buffer_after_minutes: after,
        modalities,
        created_at: openedAt,
        updated_at: openedAt,
      });
      return { id, specialization, minutes, before, after, modalities };
    });
  }

  return {
    offeredAt(clinic, specialization) {
      const key = `${clinic.id} ${specialization.id}`;
      const services = offered.get(key) ?? offer(clinic, specialization);
      offered.set(key, services);
      return services;
    },
  };
}
