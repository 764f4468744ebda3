// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Pays before it counts.
contract EtherVault {
    mapping(address => uint256) public credit;

    function deposit() external payable {
        credit[msg.sender] += msg.value;
    }

    function withdraw() external {
        uint256 amount = credit[msg.sender];
        require(amount > 0, "nothing");
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "refused");
        credit[msg.sender] = 0;
    }
}

/// Counts before it pays.
contract CarefulVault {
    mapping(address => uint256) public credit;

    function deposit() external payable {
        credit[msg.sender] += msg.value;
    }

    function withdraw() external {
        uint256 amount = credit[msg.sender];
        require(amount > 0, "nothing");
        credit[msg.sender] = 0;
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "refused");
    }
}

/// Pays before it counts, but nobody comes in meanwhile.
contract GuardedVault {
    mapping(address => uint256) public credit;
    bool private entered;

    modifier once() {
        require(!entered, "entered");
        entered = true;
        _;
        entered = false;
    }

    function deposit() external payable once {
        credit[msg.sender] += msg.value;
    }

    function withdraw() external once {
        uint256 amount = credit[msg.sender];
        require(amount > 0, "nothing");
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "refused");
        credit[msg.sender] = 0;
    }
}
