// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Other {
    uint256 public seen;

    function hook(uint256 n) external payable {
        seen += n;
        require(n != 3, "three");
    }

    function peek() external view returns (uint256) {
        return seen;
    }

    function back(Moments m, uint256 n) external {
        m.bump(n);
    }
}

/// Control leaves it, and comes back, in many ways.
contract Moments {
    uint256 public x;
    uint256 public y;
    Other public immutable other;

    constructor(Other other_) payable {
        other = other_;
    }

    function bump(uint256 n) public payable {
        x += n;
        if (n > 1) {
            other.hook(n);
        }
        y += 1;
    }

    function self(uint256 n) external {
        y += 1;
        this.bump(n);
        other.peek();
        y += 1;
    }

    function tries(uint256 n) external {
        x += 1;
        try this.bump(n) {} catch {
            y += 5;
            other.peek();
        }
    }

    function delegated(uint256 n) external {
        (bool ok,) = address(this).delegatecall(abi.encodeCall(this.bump, (n)));
        y += ok ? 1 : 2;
    }

    function through(uint256 n) external {
        x += 1;
        other.back(this, n);
        x += 1;
    }

    function loops(uint256 n) external {
        require(n < 4, "much");
        for (uint256 i = 0; i < n; i++) {
            x += 1;
            other.peek();
        }
    }

    function pays(uint256 n) external payable {
        other.hook{value: msg.value}(n);
        x += n;
    }
}
