// Copy to main.bicepparam and change what differs. No secret belongs here: they lie in the Key Vault.
using 'main.bicep'

param name = 'hitozukuri'
param location = 'japaneast'
param teams = 'UserAssignedMSI'
param slack = false
param capacity = 'serverless'
param backup = 'Continuous7Days'
param privateNetwork = false
param planSku = 'P0v3'
param instances = 1
