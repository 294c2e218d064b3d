// Store and vault inside the network: a private address each, and a zone that leads there by the usual name.
param name string
param location string
param networkId string
param subnetId string
param storeId string
param vaultId string

var targets = [
  { what: 'store', id: storeId, group: 'Sql', zone: 'privatelink.documents.azure.com' }
  { what: 'vault', id: vaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for target in targets: {
    name: target.zone
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (target, i) in targets: {
    parent: zones[i]
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for target in targets: {
    name: '${name}-${target.what}'
    location: location
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        {
          name: target.what
          properties: { privateLinkServiceId: target.id, groupIds: [target.group] }
        }
      ]
    }
  }
]

resource groups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: target.what, properties: { privateDnsZoneId: zones[i].id } }]
    }
  }
]
