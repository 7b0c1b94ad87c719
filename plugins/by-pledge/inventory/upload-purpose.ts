import type { UploadPurpose } from '../../../modules/documents';

export const VEHICLE_PHOTO = 'BY_PLEDGE_VEHICLE_PHOTO';

/** Photographs by which the item is valued. */
export const vehiclePhoto: UploadPurpose = {
  id: VEHICLE_PHOTO,
  description: 'A photograph of the vehicle that is to be pledged (фотография автомобиля).',
  contentTypes: ['image/jpeg', 'image/png'],
  maxSize: 10 * 1024 * 1024,
};
