// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A market whose shares are worth what it has. Who takes some of it out pays shares for it, rounded down: for less than the
/// price of two shares, one.
contract Broken {
    uint256 public cash;
    uint256 public supply;
    mapping(address => uint256) public shares;
    mapping(address => uint256) public put;
    mapping(address => uint256) public taken;

    function mint(uint112 amount) external {
        uint256 minted = supply == 0 ? amount : uint256(amount) * supply / cash;
        put[msg.sender] += amount;
        shares[msg.sender] += minted;
        supply += minted;
        cash += amount;
    }

    function give(uint112 amount) external {
        put[msg.sender] += amount;
        cash += amount;
    }

    function price(uint256 amount) internal view virtual returns (uint256) {
        return amount * supply / cash;
    }

    function redeem(uint112 amount) external {
        uint256 burned = price(amount);
        taken[msg.sender] += amount;
        shares[msg.sender] -= burned;
        supply -= burned;
        cash -= amount;
    }
}

/// The same, rounded up.
contract Guarded is Broken {
    function price(uint256 amount) internal view override returns (uint256) {
        return (amount * supply + cash - 1) / cash;
    }
}
