// SPDX-License-Identifier: MIT
pragma solidity ^0.8.10;

/// Stands for the provider of addresses and for its list of roles, of which the sentinel asks who its admin is.
contract AaveAdmins {
    address internal admin;

    constructor(address admin_) {
        admin = admin_;
    }

    function getACLManager() external view returns (address) {
        return address(this);
    }

    function isPoolAdmin(address account) external view returns (bool) {
        return account == admin;
    }

    function isRiskAdmin(address account) external view returns (bool) {
        return account == admin;
    }
}
