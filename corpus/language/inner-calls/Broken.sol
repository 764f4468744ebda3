// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A till that pays no more than five at once, unless the router asks for it.
contract Broken {
    uint256 public paid;
    address public router;

    function setRouter(address router_) external {
        require(router == address(0), "set");
        router = router_;
    }

    function pay(uint256 amount) external returns (uint256) {
        require(amount <= 5 || msg.sender == router, "much");
        paid += amount;
        return paid;
    }
}

/// Passes on what others ask for.
contract Router {
    Broken public immutable till;

    constructor(Broken till_) {
        till = till_;
    }

    function forward(uint256 amount) external {
        till.pay(amount);
    }
}
