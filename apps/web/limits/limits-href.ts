export const workplaceLimitsHref = (workplaceId: string): string => `/arbejdssteder/${workplaceId}/raaderum`;
export const placementSheetHref = (id: string): string => `/vitas/forloeb/${id}`;
export const reservationSheetHref = (id: string): string => `/vitas/reservationer/${id}`;
