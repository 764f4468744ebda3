// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Two arguments that the same code decodes, in loops of unknown length.
contract Arrays {
    uint256 public cap = 10;
    uint256 public first;
    uint256 public second;

    function both(uint256[] memory a, uint256[] memory b) external {
        require(a.length > 0 && b.length > 0, "empty");
        first = a[a.length - 1];
        second = b[0];
    }

    function alike(uint256[] memory a, uint256[] memory b) external {
        for (uint256 i = 0; i < a.length; i++) require(a[i] < 100, "too large");
        for (uint256 i = 0; i < b.length; i++) require(b[i] < 100, "too large");
        first = a.length > 0 ? a[0] : 0;
    }
}
