// A network of its own: one subnet for the site's calls, one for the endpoints of store and vault.
param name string
param location string

// Calls to Teams and Slack leave through one fixed address, which firewalls can be told.
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '${name}-out'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource gateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: '${name}-nat'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-net'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'site'
        properties: {
          addressPrefix: '10.20.0.0/26'
          natGateway: { id: gateway.id }
          delegations: [
            { name: 'site', properties: { serviceName: 'Microsoft.Web/serverFarms' } }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.20.0.64/26' }
      }
    ]
  }

  resource site 'subnets' existing = {
    name: 'site'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

output id string = network.id
output siteSubnetId string = network::site.id
output endpointSubnetId string = network::endpoints.id
