// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Has a fee that its governor sets.
contract Broken {
    address public immutable governor;
    uint256 public fee = 10;
    uint256 public cap = 1000;
    uint256 public collected;

    constructor(address governor_) {
        governor = governor_;
    }

    function setFee(uint256 fee_) external {
        require(msg.sender == governor && fee_ <= 500, "not allowed");
        fee = fee_;
    }

    function setCap(uint256 cap_) external {
        require(msg.sender == governor && cap_ <= 1000, "not allowed");
        cap = cap_;
    }

    function collect(uint128 amount) external {
        fee = amount > 10_000 ? fee / 2 : fee;
    }
}

/// Sets it, for whom it belongs to.
contract Governor {
    address public immutable owner;
    Broken public target;

    constructor() {
        owner = msg.sender;
    }

    function bind(Broken target_) external {
        require(msg.sender == owner && address(target) == address(0), "bound");
        target = target_;
    }

    function execute(uint256 fee) external {
        require(msg.sender == owner, "not the owner");
        target.setFee(fee);
    }
}
